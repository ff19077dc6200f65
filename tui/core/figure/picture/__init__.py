"""The picture: a raster as cells of a terminal, in mosaic or in ASCII, with its guides."""
