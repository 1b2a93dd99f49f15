// The people of a lab: who they are, what they may do, who is here now, and the door for new staff. Written apart from the other pages.
export default function PeoplePage({ labId }: { labId: string }) {
  return <main data-lab={labId} />;
}
