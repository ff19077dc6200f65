"""Lets `python -m tui` start the program."""

from tui.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
