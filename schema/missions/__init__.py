"""A mission is a ministry's headquarters, an embassy, a consulate or a permanent mission; missions form a tree.

It is a place that speaks, never a piece of writing. It leans on no other noun.
"""
