namespace Reelsmith.Contracts;

/// <summary>Finds what somebody meant by a misspelt name.</summary>
public static class NearestName
{
    /// <summary>The known name with the fewest edits (Levenshtein 1966), or null when none is close.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var nearest = known.Select(candidate => (Candidate: candidate, Edits: Edits(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(found => found.Edits).FirstOrDefault();
        return nearest.Candidate is not null && nearest.Edits <= Math.Max(1, nearest.Candidate.Length / 3) ? nearest.Candidate : null;
    }

    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > b.Length) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
