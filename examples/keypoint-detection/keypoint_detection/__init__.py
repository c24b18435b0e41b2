"""The Keypoint Detection workflow and its evaluator."""
