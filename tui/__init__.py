"""unhunch: a stretch companion for the terminal. This is the map of its rooms.

Floors, each importing only those under it:

- `cli/`: arguments; builds the adapters and hands them on. One file a command.
- `ui/`: Textual: what is seen and what keys do. One folder a screen or family.
- `adapters/`: the outside world, one thing a file: disk, sound device, terminal, clock.
- `core/`: the rules, pure: no file, no clock, no screen, so every rule is tested without waiting.

Inside a floor a folder is a subject, with the same name on every floor and in `tests/`.
The inner order is enforced, so that a lower subject can be read without a higher one:

- core: exchange > history > streaks > record > timer > sound > exercises, settings, remind >
  figure, text, terminal
- adapters: exchange > sound, history, settings, remind > content > files > machine
- ui: app > home > session, settings > history, instructions, sounds, help > kit > figure, keys;
  all may import `app/textual_parts.py`, which holds what is private to Textual

The figure has rooms of its own: body (poses, bones, flesh) < scene (camera, light, raster) < picture (cells:
mosaic, ASCII, guides).

What stands on several floors begins in one file:

- numbers of an exercise (repetitions, hold, seconds): its file in `content/exercises/`; of all of them, and
  every setting: `core/settings/settings.py`; a setting's row: `ui/settings/settings_table.py`.
- a cue: `content/sounds.toml` its sound, `core/sound/cue.py` its name, `core/timer/cue_plan.py` its instant.
- a column of History: `core/history/rows.py`.
- a colour: `ui/kit/themes.py`; of the figure `ui/figure/figure_colours.py`.
- a screen: a folder in `ui/` with a class on `ui/kit/base.py`; a subcommand: `cli/parser.py`.

Words that mean one thing here:

- command: what can be asked for on a screen (`ui/keys/commands.py`); a binding is a key of one, maybe one's
  own (`ui/keys/bindings.py`); the palette finds commands by name (`ui/app/command_palette.py`).
- subcommand: what is typed behind `unhunch`, a file of `cli/` each.
- backup: a day's copy of a file before it is changed (made and counted in `adapters/files/document_file.py`);
  restoring brings sessions back from it (`adapters/history/restoring.py`).
- unit: one movement to an end and its hold; what is counted.
- repetition: one unit, or one to each side where an exercise has two.
- phase: a span of seconds of a session with one thing to do.
- cue: one planned sound; a head, a glide, or a head and then its glide.
- head: a short sound with one meaning.
- glide: a sound that lasts as long as the movement it accompanies.
- day: a session's wall-clock date, one earlier before the day start.
- due: said of a day on which a set is asked for: a desk day, not away; of today while it is not done.
- bridged: said of a missed day that a streak survives.
"""
