"""Finds the palette's commands by plain words; opened empty, they stand in their order."""

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape

from tui.core.text.matching import Match, match_of
from tui.ui.app.palette_commands import OTHER_WORDS


class CommandsByWords(Provider):
    """Offers everything that can be done; text of the user is never markup."""

    async def discover(self) -> Hits:
        """Offer all of it, what matters most first."""
        for title, told, callback, _ in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(escape(title), callback, title, escape(told))

    async def search(self, query: str) -> Hits:
        """Offer what answers by words, the best first; by scattered letters only where nothing else does."""
        answers = [
            (match_of(query, command.title, f"{command.help} {OTHER_WORDS.get(command.title, '')}"), command)
            for command in self.app.get_system_commands(self.screen)
        ]
        least = Match.WITHIN if any(match >= Match.WITHIN for match, _ in answers) else Match.SCATTERED
        for match, (title, told, callback, _) in answers:
            if match >= least:
                yield Hit(match, self._marked(title, query), callback, title, escape(told))

    def _marked(self, title: str, query: str) -> Content:
        """Return a title with what was typed marked in it."""
        marked = Content(title)
        for word in query.casefold().split():
            at = title.casefold().find(word)
            if at >= 0 and self.match_style:
                marked = marked.stylize(self.match_style, at, at + len(word))
        return marked
