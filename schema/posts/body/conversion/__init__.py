"""Bodies made from Markdown and HTML: what was written elsewhere, as blocks, with a list of what could not be kept.

Both readers collect running text in a ``Flow`` and fit blocks into lists and quotes with the same rules; what they
make is not checked here, it is what ``parse_body`` takes.
"""
