"""The examples at the end of each command's help."""

EXAMPLES = """\
examples:
  unhunch                          choose, be guided, see how it goes
  unhunch start both               both stretches at once
  unhunch start rotate --reps 4    one of them, four to each side
  unhunch start --plain            one printed line a cue: pipes, screen readers
  unhunch status                   one line for a prompt or a status bar
  unhunch due && notify-send "Time to stretch"

UNHUNCH_HOME=FOLDER keeps all data under that folder. Exit status: 0 fine,
1 a failure (of due: nothing to do), 2 wrong usage or bad input, 74 done, but
the answer could not be written."""

START_EXAMPLES = """\
examples:
  unhunch start                    both stretches
  unhunch start arch rotate        a set in this order
  unhunch start rotate --hold 4    hold each side for four seconds, this time only
  unhunch start --plain < /dev/null

With --plain, Enter pauses and resumes; Ctrl+C leaves and keeps what was done."""

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
