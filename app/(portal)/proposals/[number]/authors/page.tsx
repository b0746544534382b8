import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { stateFromKept } from "@/lib/form-action";
import { listOwnerChoices } from "@/lib/people/queries";
import { mayChooseCoAuthors } from "@/lib/proposals/policy";
import { findProposalHead, type ProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { type Actor, isPerson } from "@/lib/workflow/actor";
import { AddCoAuthor } from "./_components/add-co-author";
import { RemoveCoAuthor } from "./_components/remove-co-author";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Who writes #${readNumber((await params).number)}` };
}

export default async function AuthorsPage({ params, searchParams }: Props) {
  const [actor, { number }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const head = await findProposalHead(actor, readNumber(number));
  if (!head) notFound();
  const mayChoose = actor.kind === "person" && mayChooseCoAuthors(actor, head.facts).ok;
  return (
    <article className="page measure">
      <PageHead
        title="Who writes it"
        number={head.number}
        lead={
          <p>
            <a href={`/proposals/${head.number}`}>{head.title}</a>
          </p>
        }
      />
      <ul className="lines">
        <li>
          <Writer {...head.author} part="Author: asks the board, and stands for it" />
        </li>
        {head.coAuthors.map((person) => (
          <li key={person.id}>
            <Writer {...person} part="Co-author: sees the draft, writes and answers" />
            {(mayChoose || isPerson(actor, person.id)) && (
              <RemoveCoAuthor number={head.number} person={person} isSelf={isPerson(actor, person.id)} />
            )}
          </li>
        ))}
      </ul>
      {mayChoose && <Choosing head={head} kept={kept} />}
      <SignedOut actor={actor} head={head} />
    </article>
  );
}

function Writer({ handle, name, part }: { handle: string; name: string; part: string }) {
  return (
    <div>
      <p>
        <a href={`/people/${handle}`}>{name}</a>
      </p>
      <p className="line-facts">{part}</p>
    </div>
  );
}

async function Choosing({ head, kept }: { head: ProposalHead; kept?: string | string[] }) {
  const [choices, state] = await Promise.all([listOwnerChoices(), stateFromKept(kept, "add-co-author")]);
  const taken = new Set([head.author, ...head.coAuthors].map(({ handle }) => `@${handle}`));
  const people = choices.filter(({ value }) => value.startsWith("@") && !taken.has(value));
  return (
    <Section title="Take somebody in">
      <AddCoAuthor number={head.number} people={people} state={state} />
    </Section>
  );
}

function SignedOut({ actor, head }: { actor: Actor; head: ProposalHead }) {
  if (actor.kind === "person") return null;
  return (
    <p>
      <a href={`/sign-in?back=/proposals/${head.number}/authors`}>Sign in</a> to change who writes a proposal
      of yours.
    </p>
  );
}
