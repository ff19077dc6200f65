"""Every command of the screens, once: what it does and its keys."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

SHARED = "everywhere"
"""The group of the commands that every screen has, where it does not use their keys itself."""

BACK = f"{SHARED}.back"
QUIT = f"{SHARED}.quit"
PALETTE = f"{SHARED}.palette"
SCROLL = ("help.up", "help.down", "help.page_up", "help.page_down")
LEFT_OUT = (BACK, *SCROLL)
"""Those that the footer leaves out where they do not apply, rather than dim them."""

ALWAYS_SHOWN = 0
"""The rank of commands that the footer never leaves out."""
HIDDEN = 99
"""The rank of commands that only the help and the palette show."""


class KeyCommand(NamedTuple):
    """One thing that can be asked for on a screen."""

    id: str
    """`screen.verb`; the screen's `action_verb` carries it out."""
    keys: tuple[str, ...]
    """Keys as Textual names them; the first is the one that the footer shows."""
    name: str
    """One or two words for the footer; neighbours with the same name share one place in it."""
    help: str
    """What it does, in one sentence without a full stop."""
    rank: int = HIDDEN
    """Footers leave out the highest ranks first."""
    commits: bool = False
    """Whether it starts, discards, saves, answers or leaves: never by a held key, nor in another layout."""
    shown: str = ""
    """How its keys are written, where that is not their names."""
    words: str = ""
    """What else it is looked for by in the palette, where nobody reads it."""
    titles: tuple[str, ...] = ()
    """Of one that is toggled: what the palette calls it; each begins with the name that it has then."""

    @property
    def screen(self) -> str:
        """The group that it belongs to."""
        return self.id.partition(".")[0]

    @property
    def verb(self) -> str:
        """What its action is called."""
        return self.id.partition(".")[2]

    @property
    def key(self) -> str:
        """Its first key, as it is written."""
        return self.shown or key_name(self.keys[0])

    @property
    def all_keys(self) -> str:
        """All its keys, as they are written."""
        return self.shown or ", ".join(key_name(key) for key in self.keys)


DIGITS = tuple("0123456789")

_WRITTEN = {
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "underscore": "_",
    "escape": "esc",
    "pageup": "page up",
    "pagedown": "page down",
}


def key_name(key: str) -> str:
    """Return how a key is written for people."""
    return _WRITTEN.get(key) or key.replace("ctrl+", "^")


TITLES = {
    "home": "Home",
    "welcome": "First start",
    "gallery": "An exercise of your own",
    "instructions": "How to",
    "session": "Session",
    "leave": "Leaving a session",
    "summary": "Summary",
    "history": "History",
    "settings": "Settings",
    "sounds": "Learn the sounds",
    "help": "Keys",
    SHARED: "Everywhere",
}
"""What the groups are called, in the order in which they are told."""


_LOOKS = "looks drawing picture"
_MUTE = "silent silence quiet sound off"
_LOUDER = "up increase sound"
_SOFTER = "quieter down decrease sound"
_OTHER_WORDS = {
    "home.start": "begin go",
    "home.tick": "choose select mark",
    "home.keep_set": "save routine",
    "home.forget_set": "delete remove routine",
    "home.more": "increase add repetitions",
    "home.fewer": "decrease less repetitions",
    "home.instructions": "instructions guide explain",
    "home.history": "calendar log statistics progress sessions",
    "home.settings": "preferences options configuration",
    "home.style": _LOOKS,
    "home.gallery": "new exercise create custom template",
    "home.sounds": "audio hear listen cues",
    "home.decline": "later skip",
    "home.resume": "continue",
    "home.keep": "save finish",
    "home.discard": "delete throw away",
    "session.pause": "stop wait break continue",
    "session.next": "forward",
    "session.previous": "again repeat rewind",
    "session.next_exercise": "skip forward",
    "session.mute": _MUTE,
    "session.louder": _LOUDER,
    "session.softer": _SOFTER,
    "session.cues": "voice speech spoken talk",
    "session.view": "camera angle",
    "session.style": _LOOKS,
    "session.leave": "quit exit stop end cancel",
    "summary.again": "repeat once more",
    "history.add": "enter log record new by hand",
    "history.edit": "change correct",
    "history.delete": "remove",
    "history.restore": "undelete recover bring back",
    "history.undo": "revert take back",
    "history.away": "vacation travel sick",
    "history.export": "backup save spreadsheet",
    "history.filter": "search",
    "history.sort": "order",
    "settings.find": "search",
    "sounds.mute": _MUTE,
    "sounds.louder": _LOUDER,
    "sounds.softer": _SOFTER,
    "everywhere.help": "help shortcuts hotkeys keyboard bindings remap",
    "everywhere.quit": "exit close end stop",
}
"""What else people call commands, by their ids."""
_MUTED = ("Mute", "Unmute: be heard again")
_TITLES = {
    "session.pause": ("Pause", "Go on"),
    "session.mute": _MUTED,
    "sounds.mute": _MUTED,
    "gallery.copy": ("Make one of your own with it", "Edit your own"),
    "history.switch": ("List: go to the list", "Days: go to the calendar"),
}
"""What toggled commands are called in the palette, by their ids."""


def _command(
    screen: str,
    verb: str,
    keys: str,
    name: str,
    told: str,
    rank: int = HIDDEN,
    *,
    commits: bool = False,
    shown: str = "",
) -> KeyCommand:
    """Return a command of a screen; its keys are separated by spaces."""
    id = f"{screen}.{verb}"
    words, titles = _OTHER_WORDS.get(id, ""), _TITLES.get(id, ())
    return KeyCommand(id, tuple(keys.split()), name, told, rank, commits, shown, words, titles)


home, welcome, gallery, instructions, session, leave, summary, history, settings, sounds, help, everywhere = (
    partial(_command, screen) for screen in TITLES
)
Maker = partial[KeyCommand]


def _move(screen: Maker, up: str, down: str, rank: int = 4) -> tuple[KeyCommand, KeyCommand]:
    return screen("up", "up k", "Move", up, rank), screen("down", "down j", "Move", down, rank)


def _sideways(
    screen: Maker, name: str, left: str, right: str, rank: int = 4
) -> tuple[KeyCommand, KeyCommand]:
    return screen("left", "left h", name, left, rank), screen("right", "right l", name, right, rank)


_STIFFNESS = ("stiffness", " ".join(DIGITS), "Stiffness", "how stiff it is now, 0 to 9, where that is asked")

HOME = (
    home(
        "start",
        "enter",
        "Start",
        "start what is highlighted or ticked",
        1,
        commits=True,
    ),
    *_move(home, "highlight the exercise above", "highlight the exercise below", HIDDEN),
    home("tick", "space", "Tick", "tick it into a set, or take it out", 7),
    home("keep_set", "w", "Keep set", "name what is ticked, or change a set", 10),
    home("forget_set", "d", "Forget set", "forget the set, after a question"),
    home("more", "plus equals_sign", "Reps", "one repetition more", 5),
    home("fewer", "minus underscore", "Reps", "one repetition fewer", 5),
    home("instructions", "i", "How to", "how the highlighted exercise is done", 3),
    home("history", "h", "History", "what was done, day by day", 2),
    home("settings", "s", "Settings", "seconds, sounds, streaks, looks", 4),
    home("style", "f", "Figure", "the figure as ASCII, or as a mosaic", 9),
    home("gallery", "a", "Own exercises", "make, edit or remove one of your own", 8),
    home("sounds", "l", "Sounds", "learn the sounds", 6),
    home("accept", "y", "Yes", "accept what is offered", commits=True),
    home("decline", "n", "Not now", "not now (an exercise: for 7 days)", commits=True),
    home("resume", "r", "Resume", "go on with the interrupted session", commits=True),
    home("keep", "K", "Keep", "keep the interrupted session as a partial", commits=True),
    home("discard", "x", "Discard", "discard the interrupted session, after a question", commits=True),
    home(*_STIFFNESS, shown="0-9"),
)

WELCOME = (
    welcome("accept", "enter", "Home", "go on with the days that are ticked", commits=True),
    *_sideways(welcome, "Day", "highlight the weekday before", "highlight the weekday after", 2),
    welcome("tick", "space", "Desk day", "make the weekday a desk day, or a free one", 1),
    welcome("all", "a", "All days", "make every weekday a desk day", 4),
    welcome("style", "f", "Picture", "the figure in its other look"),
    welcome("cues", "c", "Words", "hear words and tones, words, tones, or nothing"),
    welcome("sound", "t", "Sound check", "play two seconds of sound"),
)

GALLERY = (
    *_move(gallery, "the template above", "the template below", 2),
    gallery("copy", "enter", "Make one", "make one of your own with it, or edit your own", 1, commits=True),
    gallery("remove", "d", "Remove", "take your own out again, after a question", 3, commits=True),
)

INSTRUCTIONS = (
    *_move(instructions, "the step before", "the step after", 2),
    *_sideways(instructions, "Exercise", "the exercise before", "the exercise after", 3),
    instructions("play", "space", "Play", "let the figure go through the whole movement", 1),
    instructions("view", "v", "View", "look from another side", 5),
    instructions("start", "enter", "Start", "start this exercise", 4, commits=True),
)

SESSION = (
    session("pause", "space", "Pause", "pause, or go on", 1),
    session("next", "n", "Next", "skip to the next movement", 2),
    session("previous", "p", "Previous", "go back to the movement before", 3),
    session("next_exercise", "tab", "Exercise", "go to the next exercise", 5),
    session("mute", "m", "Mute", "mute, or be heard again", 4),
    session("louder", "plus equals_sign", "Volume", "louder", 6),
    session("softer", "minus underscore", "Volume", "softer", 6),
    session("cues", "c", "Words", "cues in words, or in tones alone", 9),
    session("view", "v", "View", "look from another side", 7),
    session("style", "f", "Figure", "the figure as ASCII, or as a mosaic", 8),
    session("leave", "escape q", "Leave", "pause, then resume, finish or discard", 0),
)

LEAVE = (
    leave("resume", "enter escape space", "Resume", "go on with the session", ALWAYS_SHOWN),
    leave("finish", "f", "Finish here", "keep what was counted as a partial", 1, commits=True),
    leave("discard", "x", "Discard", "keep nothing of this session", 2, commits=True),
)

SUMMARY = (
    summary("skip", "enter escape", "Go on", "go on, with or without an answer", ALWAYS_SHOWN, commits=True),
    summary("easy", "e", "Easy", "it was easy", 1, commits=True),
    summary("fine", "f", "Fine", "it was fine", 1, commits=True),
    summary("sore", "s", "Sore", "it left you sore", 1, commits=True),
    summary("again", "r", "Again", "another round of the same", 2, commits=True),
    summary(*_STIFFNESS, shown="0-9"),
)

HISTORY = (
    history("switch", "tab", "Switch", "switch between calendar and list", 2),
    *_move(history, "up", "down", HIDDEN),
    *_sideways(history, "Week", "a week back", "a week on", HIDDEN),
    history("page_up", "pageup", "Page", "a page up"),
    history("page_down", "pagedown", "Page", "a page down"),
    history("first", "home g", "Jump", "to the first"),
    history("last", "end G", "Jump", "to the last"),
    history("open", "enter", "Open", "open the day or the session", 1),
    history("add", "a", "Add", "add a session done elsewhere", 3),
    history("edit", "e", "Edit", "edit the session", 4),
    history("delete", "d", "Delete", "delete the session, after a question", 5),
    history("restore", "U", "Restore", "restore what was deleted in the last 30 days"),
    history("undo", "u", "Undo", "undo this run's changes, the last one first", 4, commits=True),
    history("away", "o", "Away", "mark days as away: holiday, illness", 7),
    history("export", "x", "Export", "export the history to a file (CSV or JSON)", 7),
    history("filter", "slash", "Find", "find words in notes, or one exercise only", 9),
    history("sort", "S", "Sort", "order the list by its next column", 10),
    history("turn", "r", "Sort", "turn the order around"),
)

SETTINGS = (
    *_move(settings, "the setting above", "the setting below", 2),
    settings("less", "left minus", "Change", "less, or the one before", 1),
    settings("more", "right plus equals_sign", "Change", "more, or the one after", 1),
    settings("choose", "enter space", "Switch", "switch it, or the next choice", 3),
    settings("reset", "r", "Reset", "set the highlighted setting back to its default", 4, commits=True),
    settings("reset_all", "R", "Reset all", "set everything back, after a question", 8),
    settings("sound", "t", "Try the sound", "play two seconds of sound", 7),
    settings("next_group", "tab pagedown", "Group", "the next group of settings", 3),
    settings("previous_group", "shift+tab pageup", "Group", "the group of settings before"),
    settings("find", "slash", "Find", "go to a setting by a word; again, to the next", 5),
)

SOUNDS = (
    *_move(sounds, "the sound above", "the sound below", 3),
    sounds("play", "enter", "Play", "play the highlighted sound", 1),
    sounds("all", "space", "Play all", "play every sound, or stop", 2),
    sounds("cues", "c", "Words", "play them in words, in tones, or in both", 3),
    sounds("mute", "m", "Mute", "mute, or be heard again", 4),
    sounds("louder", "plus equals_sign", "Volume", "louder", 8),
    sounds("softer", "minus underscore", "Volume", "softer", 8),
)

HELP = (
    help("up", "up k", "Scroll", "a line up", 1),
    help("down", "down j", "Scroll", "a line down", 1),
    help("page_up", "pageup", "Page", "a page up"),
    help("page_down", "pagedown space", "Page", "a page down"),
    help("switch", "tab", "Other screens", "the keys of the next screen", 2),
    help("back", "escape question_mark enter", "Back", "back to the screen", ALWAYS_SHOWN),
)

EVERYWHERE = (
    everywhere("help", "question_mark", "Keys", "all keys of the screen", ALWAYS_SHOWN),
    everywhere("back", "escape", "Back", "go back", ALWAYS_SHOWN),
    everywhere("quit", "q", "Quit", "leave unhunch", 8, commits=True),
    everywhere("palette", "ctrl+p", "More", "find a command (^ is Ctrl)", ALWAYS_SHOWN),
    everywhere("repaint", "ctrl+l", "Repaint", "paint anew"),
    everywhere("suspend", "ctrl+z", "Suspend", "to the shell; fg returns"),
    everywhere(
        "interrupt", "ctrl+c", "Leave", "leave; a session asks first, again within 2 s keeps what was counted"
    ),
)

COMMANDS = (
    *HOME,
    *WELCOME,
    *GALLERY,
    *INSTRUCTIONS,
    *SESSION,
    *LEAVE,
    *SUMMARY,
    *HISTORY,
    *SETTINGS,
    *SOUNDS,
    *HELP,
    *EVERYWHERE,
)
"""All of them."""

OwnKeys = Mapping[str, tuple[str, ...]]
"""Keys by the id of their command, as Textual names them."""
NO_KEYS: OwnKeys = {}
"""Every command has the keys of the table."""
_BY_ID = {command.id: command for command in COMMANDS}


def find_command(command_id: str) -> KeyCommand:
    """Return the command with this id; KeyError when there is none."""
    return _BY_ID[command_id]


def with_own_keys(command: KeyCommand, keys: OwnKeys) -> KeyCommand:
    """Return a command with the keys that it has now."""
    return command._replace(keys=keys[command.id], shown="") if command.id in keys else command


def commands_in(screen: str, keys: OwnKeys = NO_KEYS) -> tuple[KeyCommand, ...]:
    """Return the commands of one group alone."""
    return tuple(with_own_keys(command, keys) for command in COMMANDS if command.screen == screen)


def commands_of(screen: str, keys: OwnKeys = NO_KEYS) -> tuple[KeyCommand, ...]:
    """Return a screen's own commands, then the shared ones whose keys it leaves free."""
    own = commands_in(screen, keys)
    taken = {key for command in own for key in command.keys}
    everywhere = (with_own_keys(command, keys) for command in EVERYWHERE)
    shared = (command for command in everywhere if not taken.issuperset(command.keys))
    return own if screen == SHARED else (*own, *shared)
