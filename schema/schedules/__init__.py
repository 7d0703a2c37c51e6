"""A schedule is when one text of a post is to go out by itself; a hold keeps everything scheduled from going out.

A schedule is not a publication: what goes out then is decided then, under the same rules as for a person. It leans on
missions; the posts it speaks of are further on.
"""
