"""The scripts that complete in bash, zsh and fish; none runs the program or needs another package."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from shlex import quote


@dataclass(frozen=True, slots=True)
class Words:
    """What may stand in one place: these words, or a file; nothing that is known when both are empty."""

    words: tuple[str, ...] = ()
    files: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its spellings, what it does, and what follows it; None when nothing does."""

    flags: tuple[str, ...]
    help: str
    value: Words | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """One command."""

    name: str
    help: str
    options: tuple[Option, ...]
    words: Words
    """What may stand in its places."""
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What may follow one of those words."""


_ALONE = ("--help", "--version")
"""What the program takes without a command."""


def bash(commands: Sequence[Completion]) -> str:
    """Return the script for bash 3.2 and newer."""
    return f"""\
# unhunch in bash: source <(unhunch completion bash)
_unhunch() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" words="" files=""
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        words={quote(" ".join((*(item.name for item in commands), *_ALONE)))}
    else
        case "${{COMP_WORDS[1]}} $before" in
        *' =') return ;;
{_cases(_after(commands), _set_bash, " " * 8)}
        *) case "${{COMP_WORDS[1]}} $current" in
{_cases(_flags(commands), _set_bash, " " * 12)}
{_cases(_places(commands), _set_bash, " " * 12)}
            esac ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    if [ -n "$files" ]; then
        compopt -o filenames 2> /dev/null
        COMPREPLY+=($(compgen -f -- "$current"))
    fi
}}
complete -F _unhunch unhunch
"""


def zsh(commands: Sequence[Completion]) -> str:
    """Return the script for zsh: to be sourced after compinit, or as the file _unhunch in fpath."""
    told = " ".join(quote(f"{item.name}:{item.help}") for item in commands)
    return f"""\
#compdef unhunch
# unhunch in zsh: source <(unhunch completion zsh), after compinit
_unhunch() {{
    local current="$words[CURRENT]" before="$words[CURRENT-1]"
    local -a commands
    if (( CURRENT == 2 )); then
        commands=({told})
        _describe command commands
        [[ "$current" == -* ]] && compadd -- {" ".join(_ALONE)}
        return
    fi
    case "$words[2] $before" in
{_cases(_after(commands), _add_zsh, " " * 4)}
    *) case "$words[2] $current" in
{_cases(_flags(commands), _add_zsh, " " * 8)}
{_cases(_places(commands), _add_zsh, " " * 8)}
        esac ;;
    esac
}}
if [ "$funcstack[1]" = _unhunch ]; then _unhunch "$@"; else compdef _unhunch unhunch; fi
"""


def fish(commands: Sequence[Completion]) -> str:
    """Return the script for fish."""
    return "\n".join(("# unhunch in fish: unhunch completion fish | source", *_fish_lines(commands), ""))


def _fish_lines(commands: Sequence[Completion]) -> Iterator[str]:
    yield "complete -c unhunch -f"
    first = f"-n {quote('test (count (commandline -opc)) -eq 1')}"
    for item in commands:
        yield f"complete -c unhunch {first} -a {item.name} -d {_fish(item.help)}"
        condition = (
            f"set -l words (commandline -opc); test (count $words) -gt 1; and test $words[2] = {item.name}"
        )
        chosen = f"-n {_fish(condition)}"
        if item.words.words and not item.after:
            yield f"complete -c unhunch {chosen} -a {_fish(' '.join(item.words.words))}"
        if item.words.files:
            yield f"complete -c unhunch {chosen} -F"
        if item.after:
            place = _fish(f"{condition}; and test (count $words) -eq 2")
            yield f"complete -c unhunch -n {place} -a {_fish(' '.join(item.words.words))}"
        for word, values in item.after.items():
            then = _fish(f"{condition}; and test (count $words) -eq 3; and test $words[3] = {word}")
            yield f"complete -c unhunch -n {then} -a {_fish(' '.join(values))}"
        for option in item.options:
            names = " ".join(_fish_flag(flag) for flag in option.flags)
            takes = "" if option.value is None else _fish_value(option.value)
            yield f"complete -c unhunch {chosen} {names}{takes} -d {_fish(option.help)}"


def _fish_flag(flag: str) -> str:
    return f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"


def _fish_value(value: Words) -> str:
    if value.files:
        return " -r -F"
    return f" -x -a {_fish(' '.join(value.words))}" if value.words else " -x"


def _fish(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _after(commands: Iterable[Completion]) -> Iterator[tuple[str, Words]]:
    """Yield what follows an option that takes something, or a word that does."""
    for item in commands:
        for option in item.options:
            if option.value is not None:
                for flag in option.flags:
                    yield f"{quote(f'{item.name} {flag}')}", option.value
        for word, values in item.after.items():
            yield quote(f"{item.name} {word}"), Words(values)


def _flags(commands: Iterable[Completion]) -> Iterator[tuple[str, Words]]:
    for item in commands:
        yield (
            quote(f"{item.name} -") + "*",
            Words(tuple(flag for option in item.options for flag in option.flags)),
        )


def _places(commands: Iterable[Completion]) -> Iterator[tuple[str, Words]]:
    for item in commands:
        yield quote(f"{item.name} ") + "*", item.words


def _cases(cases: Iterable[tuple[str, Words]], act: Callable[[Words], str], indent: str) -> str:
    return "\n".join(f"{indent}{pattern}) {act(words)} ;;" for pattern, words in cases)


def _set_bash(words: Words) -> str:
    return f"words={quote(' '.join(words.words))}" + ("; files=1" if words.files else "")


def _add_zsh(words: Words) -> str:
    acts = (["_files"] if words.files else []) + (
        [f"compadd -- {' '.join(words.words)}"] if words.words else []
    )
    return "; ".join(acts) or ":"
