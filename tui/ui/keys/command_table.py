"""Every command of the screens, once."""

from tui.ui.keys.command import ALWAYS_SHOWN, DIGITS, HIDDEN, SHARED, Command


def _move(screen: str, up: str, down: str, rank: int = 4) -> tuple[Command, Command]:
    return (
        Command(f"{screen}.up", ("up", "k"), "Move", up, rank),
        Command(f"{screen}.down", ("down", "j"), "Move", down, rank),
    )


def _sideways(screen: str, name: str, left: str, right: str, rank: int = 4) -> tuple[Command, Command]:
    return (
        Command(f"{screen}.left", ("left", "h"), name, left, rank),
        Command(f"{screen}.right", ("right", "l"), name, right, rank),
    )


HOME = (
    Command(
        "home.start",
        ("enter",),
        "Start",
        "start the highlighted exercise, or the set that is ticked",
        1,
        commits=True,
    ),
    Command("home.up", ("up", "k"), "Move", "highlight the exercise above", HIDDEN),
    Command("home.down", ("down", "j"), "Move", "highlight the exercise below", HIDDEN),
    Command("home.tick", ("space",), "Tick", "tick the exercise into a set of your own, or take it out", 7),
    Command("home.more", ("plus", "equals_sign"), "Reps", "one repetition more", 2),
    Command("home.fewer", ("minus", "underscore"), "Reps", "one repetition fewer", 2),
    Command("home.instructions", ("i",), "How to", "how the highlighted exercise is done", 3),
    Command("home.history", ("h",), "History", "what was done, day by day", 4),
    Command("home.settings", ("s",), "Settings", "seconds, sounds, streaks, looks", 5),
    Command("home.style", ("f",), "Figure", "the figure in its other look: ASCII, or a mosaic", 9),
    Command("home.gallery", ("a",), "Own", "make an exercise of your own", 8),
    Command("home.sounds", ("l",), "Sounds", "learn the sounds", 6),
    Command("home.accept", ("y",), "Yes", "accept the offer of more or fewer repetitions", commits=True),
    Command("home.decline", ("n",), "Not now", "silence the exercise's offers for 7 days", commits=True),
    Command("home.resume", ("r",), "Resume", "go on with the session that was interrupted", commits=True),
    Command(
        "home.keep",
        ("K",),
        "Keep",
        "keep the interrupted session as a partial; k too, while offered",
        commits=True,
    ),
    Command(
        "home.discard", ("x",), "Discard", "discard the interrupted session, after a question", commits=True
    ),
    Command(
        "home.stiffness", DIGITS, "Stiffness", "how stiff it is now, 0 to 9, where that is asked", shown="0-9"
    ),
)

WELCOME = (
    Command(
        "welcome.accept",
        ("enter",),
        "Start",
        "go on with the days that are ticked",
        ALWAYS_SHOWN,
        commits=True,
    ),
    *_sideways("welcome", "Day", "highlight the weekday before", "highlight the weekday after", 2),
    Command("welcome.tick", ("space",), "Desk day", "make the weekday a desk day, or a free one", 1),
    Command("welcome.all", ("a",), "All days", "make every weekday a desk day", 4),
    Command("welcome.style", ("f",), "Picture", "the figure in its other look", 5),
    Command("welcome.cues", ("c",), "Words", "hear words and tones, words, or tones", 6),
    Command("welcome.sound", ("t",), "Sound check", "play two seconds of sound", 3),
)

GALLERY = (
    *_move("gallery", "the template above", "the template below", 2),
    Command("gallery.copy", ("enter",), "Begin", "copy it into your folder, and edit it", 1, commits=True),
)

INSTRUCTIONS = (
    *_move("instructions", "the step before", "the step after", 2),
    *_sideways("instructions", "Exercise", "the exercise before", "the exercise after", 3),
    Command("instructions.play", ("space",), "Play", "let the figure go through the whole movement", 1),
    Command("instructions.view", ("v",), "View", "look from another side", 5),
    Command("instructions.start", ("enter",), "Start", "start this exercise", 4, commits=True),
)

SESSION = (
    Command("session.pause", ("space",), "Pause", "pause, or go on", 1),
    Command("session.next", ("n",), "Next", "leave this movement undone and go to the next", 2),
    Command("session.previous", ("p",), "Previous", "go back to the movement before", 3),
    Command("session.next_exercise", ("tab",), "Exercise", "go to the next exercise", 5),
    Command("session.mute", ("m",), "Mute", "mute, or be heard again", 4),
    Command("session.louder", ("plus", "equals_sign"), "Volume", "louder", 7),
    Command("session.softer", ("minus", "underscore"), "Volume", "softer", 7),
    Command("session.cues", ("c",), "Words", "give the cues in words, or in tones alone", 9),
    Command("session.view", ("v",), "View", "look from another side", 6),
    Command(
        "session.style",
        ("f",),
        "Figure",
        "the figure in its other look: ASCII, or a mosaic",
        8,
    ),
    Command(
        "session.leave", ("escape", "q"), "Leave", "pause, and ask whether to resume, finish or discard", 0
    ),
)

LEAVE = (
    Command("leave.resume", ("enter", "escape", "space"), "Resume", "go on with the session", ALWAYS_SHOWN),
    Command("leave.finish", ("f",), "Finish here", "keep what was counted as a partial", 1, commits=True),
    Command("leave.discard", ("x",), "Discard", "keep nothing of this session", 2, commits=True),
)

SUMMARY = (
    Command(
        "summary.skip",
        ("enter", "escape"),
        "Go on",
        "go on, with or without an answer",
        ALWAYS_SHOWN,
        commits=True,
    ),
    Command("summary.easy", ("e",), "Easy", "it was easy", 1, commits=True),
    Command("summary.fine", ("f",), "Fine", "it was fine", 1, commits=True),
    Command("summary.sore", ("s",), "Sore", "it left you sore", 1, commits=True),
    Command("summary.again", ("r",), "Again", "another round of the same", 2, commits=True),
    Command(
        "summary.stiffness",
        DIGITS,
        "Stiffness",
        "how stiff it is now, 0 to 9, where that is asked",
        shown="0-9",
    ),
)

HISTORY = (
    Command("history.switch", ("tab",), "Switch", "switch between calendar and list", 2),
    *_move("history", "up", "down", HIDDEN),
    *_sideways("history", "Move", "a week back", "a week on", HIDDEN),
    Command("history.page_up", ("pageup",), "Page", "a page up"),
    Command("history.page_down", ("pagedown",), "Page", "a page down"),
    Command("history.first", ("home", "g"), "First", "to the first"),
    Command("history.last", ("end", "G"), "Last", "to the last"),
    Command("history.open", ("enter",), "Open", "open the day or the session", 1),
    Command("history.add", ("a",), "Add", "add a session done away from the screen", 3),
    Command("history.edit", ("e",), "Edit", "edit the session", 4),
    Command("history.delete", ("d",), "Delete", "delete the session, after a question", 5),
    Command("history.restore", ("U",), "Restore", "restore a session that was deleted in the last 30 days"),
    Command("history.undo", ("u",), "Undo", "undo this run's changes, the last one first", 8, commits=True),
    Command("history.away", ("o",), "Away", "mark days as away (holiday, illness), or as not", 6),
    Command("history.export", ("x",), "Export", "export the history to a file (CSV or JSON)", 7),
    Command("history.filter", ("slash",), "Filter", "filter: show one exercise only", 9),
)

SETTINGS = (
    *_move("settings", "the setting above", "the setting below", 2),
    Command("settings.less", ("left", "minus"), "Change", "less, or the one before", 1),
    Command("settings.more", ("right", "plus", "equals_sign"), "Change", "more, or the one after", 1),
    Command("settings.choose", ("enter", "space"), "Switch", "switch it, or the next choice", 3),
    Command(
        "settings.reset", ("r",), "Reset", "set the highlighted setting back to its default", 4, commits=True
    ),
    Command("settings.reset_all", ("R",), "Reset all", "set everything back, after a question", 5),
    Command("settings.sound", ("t",), "Try the sound", "play two seconds of sound", 6),
)

SOUNDS = (
    *_move("sounds", "the sound above", "the sound below", 3),
    Command("sounds.play", ("enter",), "Play", "play the highlighted sound", 1),
    Command("sounds.all", ("space",), "Play all", "play every sound, or stop", 2),
    Command("sounds.cues", ("c",), "Words", "play them in words, in tones, or in both", 3),
    Command("sounds.mute", ("m",), "Mute", "mute, or be heard again", 4),
    Command("sounds.louder", ("plus", "equals_sign"), "Volume", "louder", 5),
    Command("sounds.softer", ("minus", "underscore"), "Volume", "softer", 5),
)

HELP = (
    Command("help.up", ("up", "k"), "Scroll", "a line up", 1),
    Command("help.down", ("down", "j"), "Scroll", "a line down", 1),
    Command("help.page_up", ("pageup",), "Page", "a page up"),
    Command("help.page_down", ("pagedown", "space"), "Page", "a page down"),
    Command("help.back", ("escape", "question_mark", "enter"), "Back", "back to the screen", ALWAYS_SHOWN),
)

EVERYWHERE = (
    Command(f"{SHARED}.help", ("question_mark",), "Keys", "all keys of the screen", ALWAYS_SHOWN),
    Command(f"{SHARED}.back", ("escape",), "Back", "go back", ALWAYS_SHOWN),
    Command(f"{SHARED}.quit", ("q",), "Quit", "leave unhunch", ALWAYS_SHOWN, commits=True),
    Command(f"{SHARED}.palette", ("ctrl+p",), "", "find a command by its name", ALWAYS_SHOWN, shown="^p"),
    Command(
        f"{SHARED}.repaint",
        ("ctrl+l",),
        "Repaint",
        "paint the screen anew, when something else has written on it",
    ),
    Command(
        f"{SHARED}.suspend",
        ("ctrl+z",),
        "Suspend",
        "back to the shell for a while; fg returns",
    ),
    Command(
        f"{SHARED}.interrupt",
        ("ctrl+c",),
        "Leave",
        "leave; a session asks first, and a second one within 2 seconds keeps what was counted",
    ),
)

TITLES = {
    "home": "Home",
    "welcome": "First start",
    "gallery": "An exercise of your own",
    "instructions": "Instructions",
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
