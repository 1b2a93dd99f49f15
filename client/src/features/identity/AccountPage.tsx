// A person's own page: their name, language, theme, where they belong, and the ways out. Written apart from the other pages.
export default function AccountPage() {
  return <main />;
}
