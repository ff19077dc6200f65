"""What `unhunch --help` says, and the examples at the end of each command's help."""

OVERVIEW = """\
usage: unhunch [-h] [-V] [COMMAND ...]
A stretch companion for the terminal. Alone it opens full screen.

every day:
    start               a session at once, like start rotate --reps 4
    status, due         one line: streak, week, today; whether a set is due
    log, felt           add a set done elsewhere; say how a session was
    history, report     calendar and sessions; a page for the physiotherapist
    remind              be called at the right moment
what is kept:
    edit, delete, undo  correct a session; delete one; undo the last change
    away                list days away, or mark some
    export, import      write all; take it in again, or another program's days
    backups, restore    what can be brought back; bring it back
the program itself:
    get, set            print the settings; change one, or repetitions
    exercises, sets     list or explain exercises; sets of your own under a name
    completion          what completes these in your shell
    doctor              tell what works here, what does not, what to do

`unhunch COMMAND --help`: its options and examples. -V, --version: the version.
UNHUNCH_HOME=FOLDER keeps all data in that folder. Exit status: 0 fine, 1 failed
(due: nothing to do), 2 wrong usage or input, 74 done, the answer not written.
"""
"""Of one screen, so that its beginning stays in sight."""

START_EXAMPLES = """\
examples:
  unhunch start                    both stretches
  unhunch start arch rotate        a set in this order
  unhunch start rotate --hold 4    hold each side for four seconds, this time only
  unhunch start --plain < /dev/null

With --plain, Enter pauses and resumes; Ctrl+C leaves and keeps what was done."""

DUE_EXAMPLES = """\
examples:
  unhunch due && notify-send "Time to stretch\""""

STATUS_EXAMPLES = """\
fields of --format:
  {streak}      days of the current streak        {best}        of the longest one
  {week_done}   days done this week               {week_of}     days due this week
  {done_today}  yes or no                         {strength}    percent, empty at first
  {last}        date of the last session, empty before the first
  {sets_done}   sets done today                   {sets_of}     sets asked for a day
  {due}         yes or no: whether a set is due now

examples:
  unhunch status --format '{streak}d {week_done}/{week_of}'
  unhunch status --json
  unhunch status --bar             JSON for waybar and i3status-rust

While streaks are hidden in the settings the plain line leaves them out."""

SETS_EXAMPLES = """\
examples:
  unhunch sets                         what there is
  unhunch sets evening arch=5 rotate   keep it
  unhunch start evening                do it: it counts for days, not for progression
  unhunch sets evening --delete"""

COMPLETION_EXAMPLES = """\
examples:
  source <(unhunch completion bash)            in ~/.bashrc
  source <(unhunch completion zsh)             in ~/.zshrc, after compinit
  unhunch completion fish > ~/.config/fish/completions/unhunch.fish"""

EXERCISES_EXAMPLES = """\
examples:
  unhunch exercises                what there is
  unhunch exercises rotate         how it is done, with diagrams
  unhunch exercises --check chin-tuck.toml
  $EDITOR "$(unhunch exercises --new chin-tuck)\""""
