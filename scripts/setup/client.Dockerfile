# A base image for evaluators: Python with the platform's client, as installed from PyPI.
ARG PYTHON_IMAGE
FROM ${PYTHON_IMAGE}
COPY requirements.txt /tmp/
# The secret has the certificates of this machine, with those of a proxy that inspects TLS. The tests of the packages and
# pip are not needed at run time.
RUN --mount=type=secret,id=certificates \
    if [ -s /run/secrets/certificates ]; then export PIP_CERT=/run/secrets/certificates; fi && \
    python3 -m venv /opt/client && \
    /opt/client/bin/pip install --no-cache-dir --retries 1 --timeout 20 --use-pep517 \
      --requirement /tmp/requirements.txt && \
    find /opt/client -depth -name tests -exec rm -r {} + && \
    rm -r /opt/client/lib/python3*/site-packages/pip /opt/client/lib/python3*/site-packages/pyarrow/include
ENV PATH=/opt/client/bin:$PATH
