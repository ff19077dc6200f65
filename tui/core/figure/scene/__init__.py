"""The scene: the body before a camera, in light, as a raster of shaded points."""
