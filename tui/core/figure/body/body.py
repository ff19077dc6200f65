"""Measures of the person and the chair, in statures (1 = the person's height).

Sources: Drillis and Contini 1966, Body Segment Parameters; Winter 2009, Biomechanics and Motor
Control of Human Movement. The head is nearly half larger than life: it tells front from back.
Axes: x to the person's own left, y up, z forwards; the floor is y = 0 and the hips stand at z = 0.
"""

SEAT = 0.245
HIP = 0.295
HIP_HALF = 0.052
KNEE_HALF = 0.078
THIGH = 0.245
SHANK = 0.246
ANKLE = 0.039
FOOT = 0.152
SPINE = (0.0575, 0.0575, 0.058, 0.058, 0.057)
"""Links from the hips to the shoulder line; their sum is the distance from hip to shoulder, .288."""
NECK = 0.055
HEAD_ABOVE_NECK = 0.083
SHOULDER_HALF = 0.115
UPPER_ARM = 0.186
FOREARM = 0.146
HAND = 0.098

BACKREST_TOP = SEAT + 0.245
BACKREST_Z = -0.108
"""Where the upper edge of the backrest stands: the arched back comes to rest on it."""
CHAIR_HALF = 0.125
SEAT_FRONT = 0.15
SEAT_BACK = -0.105
