import { Stack, type StackProps, Tags } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import type { Construct } from "constructs";
import type { EdgeDomain } from "./edge";
import { Firewall } from "./firewall";
import type { StageSettings } from "./stages";

export interface EdgeStackProps extends StackProps {
  readonly settings: StageSettings;
  /** The name under which clients know the hub; `null` for one of CloudFront. */
  readonly domainName: string | null;
}

/**
 * What CloudFront takes from us-east-1 alone: its certificate and its firewall. There is no data in it, so it is the exception to the rule
 * that a hub is in the European Union.
 */
export class EdgeStack extends Stack {
  readonly firewall: Firewall;
  readonly domain: EdgeDomain | null;

  constructor(scope: Construct, id: string, { settings, domainName, ...props }: EdgeStackProps) {
    super(scope, id, { terminationProtection: settings.terminationProtection, ...props });
    Tags.of(this).add("application", "vicinato");
    this.firewall = new Firewall(this, "Firewall", settings.edge);
    this.domain =
      domainName === null
        ? null
        : {
            name: domainName,
            // The deployment waits until the owner of the domain has published the record that it names.
            certificate: new Certificate(this, "Certificate", {
              domainName,
              validation: CertificateValidation.fromDns(),
            }),
          };
  }
}
