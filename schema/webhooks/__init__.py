"""A webhook: an address of somebody's own that is told of events as they happen.

It is not a consumer of the event feed, who asks; and not a letter, which is for people.
"""
