/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { ActionsOfStrategy } from "../api/operations/actions-of-strategy";
import type { GlanceFragment } from "../api/operations/strategy";
import { DataTable } from "../kit/data-table";
import { formatNumber } from "../kit/format";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { type PartProps, Section } from "./section";
import { strategyTexts } from "./texts";

type Matrix = NonNullable<GlanceFragment["coverageMatrix"]>;

/** Which partner is named for which area and action, and which combinations have none. */
export function Partners({ strategy, label }: PartProps) {
  const texts = useTexts(strategyTexts);
  const { language } = useLocation();
  const number = (value: number) => formatNumber(value, language);
  const matrix = strategy.coverageMatrix;
  if (matrix === null) return null;
  return (
    <Section id="partners" title={texts.partners}>
      <p>
        {texts.gapLead(number(matrix.gaps.length), number(matrix.areas.length * matrix.actions.length))}{" "}
        {texts.matrixLead(number(matrix.cellCount), number(matrix.zeroCells))}
      </p>
      <h3 class="h6">{texts.matrix}</h3>
      <DataTable
        caption={texts.matrix}
        columns={[
          { title: texts.action, cell: ({ name }) => <Words text={name.text} /> },
          ...matrix.areas.map((area) => ({
            title: area.name,
            cell: ({ code }: Matrix["actions"][number]) => (
              <PartnersOfAction matrix={matrix} area={area.code} action={code} label={label} />
            ),
          })),
        ]}
        rows={matrix.actions}
        keyOf={({ code }) => code}
      />
      <details class="partners-by-area">
        <summary>
          {texts.membership} ({number(matrix.organizations.length)})
        </summary>
        <DataTable
          caption={texts.membership}
          columns={[
            { title: texts.partner, cell: ({ name }) => name },
            ...matrix.areas.map((area) => ({
              title: area.name,
              cell: ({ code }: Matrix["organizations"][number]) => (
                <RolesOfPartner matrix={matrix} area={area.code} organization={code} label={label} />
              ),
            })),
          ]}
          rows={matrix.organizations}
          keyOf={({ code }) => code}
        />
      </details>
      <WhereFrom
        of={texts.partners}
        sources={(strategy.actions?.nodes ?? []).flatMap(({ sourceRefs }) => sourceRefs ?? [])}
        query={ActionsOfStrategy}
        variables={{ code: strategy.code, language: textLanguage(language) }}
      />
    </Section>
  );
}

interface CellProps {
  readonly matrix: Matrix;
  readonly area: string;
  readonly label: PartProps["label"];
}

function PartnersOfAction({ matrix, area, action, label }: CellProps & { readonly action: string }) {
  const texts = useTexts(strategyTexts);
  const named = matrix.coveredCells.filter(
    (cell) => cell.area?.code === area && cell.action?.code === action,
  );
  const isGap = matrix.gaps.some(({ areaCode, actionCode }) => areaCode === area && actionCode === action);
  if (isGap) return <span class="gap">{texts.gap}</span>;
  return (
    <>
      {named
        .map(({ organization, part }) => `${organization?.name} (${label("ActionPart", part ?? "")})`)
        .join(", ")}
    </>
  );
}

function RolesOfPartner({
  matrix,
  area,
  organization,
  label,
}: CellProps & { readonly organization: string }) {
  const texts = useTexts(strategyTexts);
  const roles = matrix.memberships.filter(
    (membership) => membership.area?.code === area && membership.member.organization?.code === organization,
  );
  if (roles.length === 0) return <>{texts.noRole}</>;
  return (
    <ul class="roles">
      {roles.map(({ member, namedArea }) => (
        <li key={`${member.role} ${namedArea?.code}`}>
          {label("PartnerRole", member.role)}
          {namedArea !== null && namedArea.code !== area && `, ${texts.namedFor(namedArea.name)}`}
          {`, ${texts.presence(label("MembershipPresence", member.presence).toLowerCase())}`}
        </li>
      ))}
    </ul>
  );
}
