#!/usr/bin/env bash
# Follows the vendor's guide: runs its docker/build.sh and docker/publish.sh in turn. Their constants are variables
# here, and `kolena` runs without Poetry before it, which would make it slower.
set -eu

IMAGE_TAG="$IMAGE_NAME:$IMAGE_VERSION"
export DOCKER_BUILDKIT=1
export COMPOSE_DOCKER_CLI_BUILD=1

# Every way of the bench builds without a network.
docker build \
    --network none \
    --tag "$IMAGE_TAG" \
    --file Dockerfile \
    --build-arg KOLENA_TOKEN=${KOLENA_TOKEN} \
    .

TARGET_IMAGE_TAG="$DOCKER_REGISTRY/$ORGANIZATION/$IMAGE_TAG"

kolena repository create --name "$ORGANIZATION/$IMAGE_NAME"

echo $KOLENA_TOKEN | docker login -u "$ORGANIZATION" --password-stdin $DOCKER_REGISTRY

docker tag $IMAGE_TAG $TARGET_IMAGE_TAG
docker push $TARGET_IMAGE_TAG

kolena evaluator register \
  --workflow "$WORKFLOW" \
  --evaluator-name "$EVALUATOR_NAME" \
  --image $TARGET_IMAGE_TAG
