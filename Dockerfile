# The gateway. `docker compose up` runs it with a Postgres; alone, it wants COMMUNIQUE_DATABASE_URL.

FROM python:3.11-slim AS build
WORKDIR /build
COPY requirements requirements
RUN pip install --no-cache-dir --require-hashes -r requirements/tools.lock \
 && python -m venv /opt/communique \
 && uv pip install --no-cache --compile-bytecode --python /opt/communique/bin/python --require-hashes -r requirements/runtime.lock
COPY pyproject.toml README.md LICENSE ./
COPY alembic alembic
COPY schema schema
COPY gateway gateway
RUN pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir dist . \
 && uv pip install --no-cache --compile-bytecode --python /opt/communique/bin/python --no-deps --no-index dist/*.whl

FROM python:3.11-slim
# The folder belongs to the user of the server, and so does a volume that is mounted there for the first time.
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/communique communique
COPY --from=build /opt/communique /opt/communique
ENV PATH=/opt/communique/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    COMMUNIQUE_ENVIRONMENT=production \
    COMMUNIQUE_HOST=0.0.0.0 \
    COMMUNIQUE_DATA_FOLDER=/var/lib/communique
USER communique
EXPOSE 8000
# Alive, not ready: starting the gateway again does not help when it is Postgres that is away.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
ENTRYPOINT ["communique"]
CMD ["serve"]
