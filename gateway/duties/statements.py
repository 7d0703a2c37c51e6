"""Signing statements as soon as they are published."""

from gateway.duties import Duty, Work, log
from gateway.signing import Signer, sign_statements


class SignStatements(Duty):
    """Signs what a trigger told the worker of, and what was left from before."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._signer = Signer(work.settings)

    async def attend(self) -> None:
        """Sign everything that is not signed yet."""
        if signed := await sign_statements(self.sessions, self._signer):
            log.info("statements_signed", count=signed)
