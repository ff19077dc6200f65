"""The shipped words: files, table and lengths agree; `render.py` makes them anew."""
