"""The ground floor: pure rules, values in and values out."""
