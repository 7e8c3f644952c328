using System.Globalization;
using System.Text;

namespace Reelsmith.Script.WordNet;

/// <summary>Reads a line of a data file (wndb(5WN)).</summary>
internal static class SynsetLine
{
    /// <param name="partOfSpeech">Of the file that the line is in.</param>
    public static Synset Parse(PartOfSpeech partOfSpeech, ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        var bar = text.IndexOf(" | ", StringComparison.Ordinal);
        var fields = text[..bar].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var offset = int.Parse(fields[0], CultureInfo.InvariantCulture);
        var file = int.Parse(fields[1], CultureInfo.InvariantCulture);
        var next = 4;
        var words = new SynsetWord[Hexadecimal(fields[3])];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = new SynsetWord(Written(fields[next]), Hexadecimal(fields[next + 1]));
            next += 2;
        }
        var pointers = new Pointer[int.Parse(fields[next++], CultureInfo.InvariantCulture)];
        for (var i = 0; i < pointers.Length; i++)
        {
            var target = new SynsetId(PartOf(fields[next + 2]), int.Parse(fields[next + 1], CultureInfo.InvariantCulture));
            pointers[i] = new Pointer(RelationOf(fields[next], partOfSpeech), target, Hexadecimal(fields[next + 3][..2]), Hexadecimal(fields[next + 3][2..]));
            next += 4;
        }
        var (definition, examples) = Gloss(text[(bar + 3)..].Trim());
        return new Synset(new SynsetId(partOfSpeech, offset), LexicographerFiles.Name(file), file, words, definition, examples, pointers, fields[2] == "s");
    }

    /// <summary>Splits a gloss at the semicolons outside quotation marks and parentheses: quoted pieces are examples, the rest is the definition.</summary>
    internal static (string Definition, IReadOnlyList<string> Examples) Gloss(string gloss)
    {
        var definition = new List<string>();
        var examples = new List<string>();
        var depth = 0;
        var quoted = false;
        var start = 0;
        for (var i = 0; i <= gloss.Length; i++)
        {
            if (i < gloss.Length)
            {
                var c = gloss[i];
                if (c == '"') quoted = !quoted;
                else if (c == '(' && !quoted) depth++;
                else if (c == ')' && !quoted) depth = Math.Max(0, depth - 1);
                if (c != ';' || quoted || depth > 0) continue;
            }
            var piece = gloss[start..i].Trim();
            start = i + 1;
            if (piece.StartsWith('"')) examples.Add(Quoted(piece));
            else if (piece.Length > 0) definition.Add(piece);
        }
        return (string.Join("; ", definition), examples);
    }

    private static string Quoted(string piece)
    {
        var end = piece.IndexOf('"', 1);
        return end < 0 ? piece[1..] : piece[1..end];
    }

    // Adjectives may carry the place where they stand: "galore(ip)".
    private static string Written(string word)
    {
        var marker = word.IndexOf('(', StringComparison.Ordinal);
        return (marker > 0 ? word[..marker] : word).Replace('_', ' ');
    }

    private static int Hexadecimal(string field) => int.Parse(field, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static PartOfSpeech PartOf(string letter) => letter switch
    {
        "n" => PartOfSpeech.Noun,
        "v" => PartOfSpeech.Verb,
        "a" or "s" => PartOfSpeech.Adjective,
        "r" => PartOfSpeech.Adverb,
        _ => throw new FormatException($"\"{letter}\" is no part of speech of WordNet."),
    };

    private static Relation RelationOf(string symbol, PartOfSpeech source) => symbol switch
    {
        "!" => Relation.Antonym,
        "@" => Relation.Hypernym,
        "@i" => Relation.InstanceHypernym,
        "~" => Relation.Hyponym,
        "~i" => Relation.InstanceHyponym,
        "#m" => Relation.MemberHolonym,
        "#s" => Relation.SubstanceHolonym,
        "#p" => Relation.PartHolonym,
        "%m" => Relation.MemberMeronym,
        "%s" => Relation.SubstanceMeronym,
        "%p" => Relation.PartMeronym,
        "=" => Relation.Attribute,
        "+" => Relation.DerivationallyRelated,
        ";c" or ";r" or ";u" or ";" => Relation.Domain,
        "-c" or "-r" or "-u" or "-" => Relation.DomainMember,
        "*" => Relation.Entailment,
        ">" => Relation.Cause,
        "^" => Relation.AlsoSee,
        "$" => Relation.VerbGroup,
        "&" => Relation.SimilarTo,
        "<" => Relation.Participle,
        "\\" => source == PartOfSpeech.Adverb ? Relation.DerivationallyRelated : Relation.Pertainym,
        _ => throw new FormatException($"\"{symbol}\" is no pointer of WordNet."),
    };
}
