namespace Reelsmith.Speech.Normalisation;

/// <summary>The atoms around the one that is being read.</summary>
internal sealed class AtomContext(IReadOnlyList<Atom> atoms, int index)
{
    private static readonly Atom Nothing = new("", "", "", 0, 0, false, false);

    public Atom Current => atoms[index];

    public string Core => atoms[index].Core;

    public int Left => atoms.Count - index;

    public Atom Next(int ahead = 1) => index + ahead < atoms.Count ? atoms[index + ahead] : Nothing;

    public Atom Previous(int back = 1) => index - back >= 0 ? atoms[index - back] : Nothing;

    /// <summary>Whether the next atom goes on with this one: a space and no punctuation between them.</summary>
    public bool Joined(int ahead = 0) => Next(ahead).Trail.Length == 0 && Next(ahead).SpaceAfter && Next(ahead + 1).Lead.Length == 0;
}
