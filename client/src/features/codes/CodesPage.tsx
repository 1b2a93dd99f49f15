// The codes people join a lab with: made, shown large, printed and closed by those who host. Written apart from the other pages.
export default function CodesPage({ labId }: { labId: string }) {
  return <main data-lab={labId} />;
}
