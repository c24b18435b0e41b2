"""Evaluates a SageMaker endpoint on test data of S3, as an AWS Lambda function behind an SQS queue."""
