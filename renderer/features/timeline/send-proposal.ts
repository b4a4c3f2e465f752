import type { Session } from '#renderer/state/session.svelte.ts';
import type { ProposalCommand } from './proposal.ts';

/** Sends what a drop stands for. */
export function sendProposal(session: Session, command: ProposalCommand): Promise<unknown> {
  switch (command.name) {
    case 'course.move':
      return session.run(command.name, command.input);
    case 'item.move':
      return session.run(command.name, command.input);
    case 'item.resize':
      return session.run(command.name, command.input);
  }
}
