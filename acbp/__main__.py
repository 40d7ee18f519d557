"""`python -m acbp` is the command `acbp`."""

from acbp.cli import main

# Worker processes import this module too, under another name.
if __name__ == "__main__":
    main()
