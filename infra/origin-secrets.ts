import { Fn, Validations } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";

/**
 * What the edge proves itself with to the functions. They accept the secret that it sends and the next one: so a deployment that raises the
 * number has the edge send the next while the functions know it already, and then they forget the former.
 */
export class OriginSecrets extends Construct {
  readonly #sent: Secret;
  readonly #next: Secret;

  /** @param number of the secret that the edge sends. */
  constructor(scope: Construct, id: string, { number }: { readonly number: number }) {
    super(scope, id);
    this.#sent = this.#secret(number);
    this.#next = this.#secret(number + 1);
  }

  /** For the edge. CloudFormation puts it in, so the template does not contain it. */
  get sent(): string {
    return this.#sent.secretValue.unsafeUnwrap();
  }

  /** For the functions. */
  get accepted(): string {
    return Fn.join(",", [this.sent, this.#next.secretValue.unsafeUnwrap()]);
  }

  #secret(number: number): Secret {
    const secret = new Secret(this, `Secret${number}`, {
      description: `Vicinato: secret ${number} of the edge`,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason: "A deployment replaces it, because the edge and the functions have to change in order.",
    });
    return secret;
  }
}
