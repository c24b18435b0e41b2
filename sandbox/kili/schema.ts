import { assertScalarType, buildSchema, GraphQLError } from 'graphql'

/**
 * The part of Kili's GraphQL API that agreement needs, with the names and types of the vendor's Python client (26.1.5).
 * Input types are closed: the schema refuses filters and keys that the client does not send.
 */
export const schema = buildSchema(/* GraphQL */ `
  "With the locations that the Python client's GraphQL library knows, because it refuses newer ones."
  directive @deprecated(reason: String = "No longer supported") on FIELD_DEFINITION | ENUM_VALUE

  "How many rows a query returns at most, from 1 to 100."
  scalar PageSize

  enum LabelType { AUTOSAVE DEFAULT INFERENCE PREDICTION REVIEW }
  enum InputType { IMAGE TEXT PDF VIDEO GEOSPATIAL TIME_SERIES LLM_RLHF LLM_INSTR_FOLLOWING LLM_STATIC }
  enum AssetStatus { TODO ONGOING LABELED REVIEWED }
  enum WorkflowVersion { V1 V2 }

  type User { id: ID! email: String! }
  type ApiKey { id: ID! expiryDate: String! }
  type Step { id: ID! name: String! type: String! }
  type Project {
    id: ID!
    title: String!
    description: String!
    inputType: InputType!
    "JSON as text."
    jsonInterface: String!
    workflowVersion: WorkflowVersion!
    steps: [Step!]!
  }
  type Asset {
    id: ID!
    externalId: String!
    content: String!
    createdAt: String!
    inferenceMark: Float
    isHoneypot: Boolean!
    "JSON as text."
    jsonMetadata: String!
    skipped: Boolean!
    status: AssetStatus!
    labels: [Label!]!
  }
  type Label {
    id: ID!
    assetId: ID!
    author: User!
    createdAt: String!
    "Agreement with the model's inference, 0 to 1. Null if there is none yet."
    inferenceMark: Float
    isLatestLabelForUser: Boolean!
    "JSON as text. Empty if the response is in a file."
    jsonResponse: String!
    "The temporary address of the response, for projects that store it in a file. Needs no key."
    jsonResponseUrl: String
    labelOf: Asset!
    labelType: LabelType!
    modelName: String
    secondsToLabel: Float
  }

  input ApiKeyWhere { key: String }
  input ProjectWhere { id: ID }
  input IssueWhere { type: String status: String }
  input AssetLabelWhere { typeIn: [LabelType!] }
  input AssetWhere {
    id: ID
    idIn: [ID!]
    idNotIn: [ID!]
    project: ProjectWhere
    "Matches substrings, so it is unsuitable to look up assets."
    externalIdIn: [String!]
    externalIdStrictlyIn: [String!]
    statusIn: [AssetStatus!]
    inferenceMarkGte: Float
    inferenceMarkLte: Float
    label: AssetLabelWhere
    issue: IssueWhere
  }
  input LabelWhere {
    id: ID
    idIn: [ID!]
    project: ProjectWhere!
    asset: AssetWhere
    authorIn: [String!]
    typeIn: [LabelType!]
  }

  input CreateProjectData { title: String! description: String! inputType: InputType! jsonInterface: String! }
  input AppendManyAssetsData {
    contentArray: [String!]!
    externalIDArray: [String!]!
    idArray: [ID!]!
    isHoneypotArray: [Boolean!]!
    jsonContentArray: [String!]!
    jsonMetadataArray: [String!]!
  }
  input AppendLabelData {
    assetID: ID!
    authorID: ID
    clientVersion: Int
    jsonResponse: String!
    modelName: String
    referencedLabelId: ID
    secondsToLabel: Float
  }
  input AppendManyLabelsData {
    labelType: LabelType!
    overwrite: Boolean
    stepName: String
    labelsData: [AppendLabelData!]!
  }

  type Query {
    viewer: User
    apiKeys(where: ApiKeyWhere!, first: PageSize!, skip: Int!): [ApiKey!]!
    projects(where: ProjectWhere!, first: PageSize!, skip: Int!): [Project!]!
    countProjects(where: ProjectWhere!): Int!
    assets(where: AssetWhere!, first: PageSize!, skip: Int!): [Asset!]!
    countAssets(where: AssetWhere!): Int!
    labels(where: LabelWhere!, first: PageSize!, skip: Int!): [Label!]!
    countLabels(where: LabelWhere!): Int!
    filterExistingAssets(projectID: ID!, externalIDs: [String!]!): [String!]!
  }

  type Mutation {
    createProject(data: CreateProjectData!): Project!
    "The project's id."
    deleteProjectAsynchronously(where: ProjectWhere!): ID!
    appendManyAssets(data: AppendManyAssetsData!, where: ProjectWhere!): [Asset!]!
    appendManyLabels(data: AppendManyLabelsData!, where: AssetWhere!): [Label!]!
    deleteLabels(ids: [ID!]!): [ID!]!
  }
`)

assertScalarType(schema.getType('PageSize')).parseValue = (value) => {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 100) return value
  throw new GraphQLError(`PageSize is a whole number from 1 to 100, not ${value}`)
}
