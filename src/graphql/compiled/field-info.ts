import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import { Bail } from "./bail";

/** What the info of all fields of an operation shares. The last two are those of the current run. */
export interface InfoOfRun {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly operation: OperationDefinitionNode;
  rootValue: unknown;
  variables: Readonly<Record<string, unknown>>;
}

/** The info of a field, one for all its values: only the path differs, and a resolver that reads it ends the writer. */
export class FieldInfo implements GraphQLResolveInfo {
  readonly fieldName: string;
  readonly returnType: GraphQLOutputType;

  constructor(
    field: GraphQLField<unknown, unknown>,
    readonly fieldNodes: readonly FieldNode[],
    readonly parentType: GraphQLObjectType,
    private readonly run: InfoOfRun,
  ) {
    this.fieldName = field.name;
    this.returnType = field.type;
  }

  get path(): never {
    throw new Bail("path");
  }

  get schema() {
    return this.run.schema;
  }

  get fragments() {
    return this.run.fragments as GraphQLResolveInfo["fragments"];
  }

  get operation() {
    return this.run.operation;
  }

  get rootValue() {
    return this.run.rootValue;
  }

  get variableValues() {
    return this.run.variables as GraphQLResolveInfo["variableValues"];
  }
}
