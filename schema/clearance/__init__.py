"""A clearance policy says who must agree before a kind of post goes out: as a mission chooses, also for those below.

It is not the agreement itself: a review clears an exact revision of a text, and belongs to posts. It leans on missions.
"""
