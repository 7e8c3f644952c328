namespace Reelsmith.Illustrations.Tool;

/// <summary>What no program can see in the pictures: judged.tsv, written by looking at them.</summary>
/// <param name="Characters">Icons whose name is not the CLDR name.</param>
/// <param name="Kinds">Icons that are of another kind than their Unicode subgroup says.</param>
/// <param name="Heads">Heads without a body.</param>
/// <param name="Cut">Scenes cut off at the edge of their box.</param>
internal sealed record JudgedPictures(IReadOnlyDictionary<string, string> Characters, IReadOnlyDictionary<string, string> Kinds, IReadOnlySet<string> Heads, IReadOnlySet<string> Cut)
{
    public static JudgedPictures Read(string path)
    {
        var lines = File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToArray();
        return new JudgedPictures(
            lines.Where(l => l[0] == "character").ToDictionary(l => l[1], l => l[2], StringComparer.Ordinal),
            lines.Where(l => l[0] == "kind").SelectMany(l => l[2].Split(' ').Select(icon => (icon, l[1]))).ToDictionary(p => p.icon, p => p.Item2, StringComparer.Ordinal),
            Names("head"), Names("cut"));

        HashSet<string> Names(string judgement) => lines.Where(l => l[0] == judgement).SelectMany(l => l[1].Split(' ')).ToHashSet(StringComparer.Ordinal);
    }
}
