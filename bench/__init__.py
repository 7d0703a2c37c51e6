"""What reads cost: the gateway beside a bare handler and beside the ordinary way, measured in one run.

`make bench` runs it. Nothing here is asserted by a test: times belong to the machine they were taken on.
"""
