using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Roman numerals after names of rulers ("Henry VIII") and of parts ("Chapter IV"). They stay as written in captions.</summary>
internal static partial class RomanNumerals
{
    private static readonly HashSet<string> Rulers = new(StringComparer.Ordinal)
    {
        "Henry", "Louis", "George", "Edward", "James", "William", "Charles", "Elizabeth", "Mary", "Richard", "John", "Paul", "Pius", "Benedict", "Leo", "Gregory", "Innocent", "Clement", "Napoleon", "Frederick",
        "Wilhelm", "Philip", "Ferdinand", "Alexander", "Nicholas", "Peter", "Catherine", "Ivan", "Ramses", "Ramesses", "Thutmose", "Amenhotep", "Cleopatra", "Ptolemy", "Xerxes", "Darius", "Cyrus", "Urban",
        "Alfonso", "Carlos", "Felipe", "Gustav", "Christian", "Harald", "Olaf", "Otto", "Rudolf", "Leopold", "Maximilian", "Joseph", "Francis", "Franz", "Sixtus", "Boniface", "Julius", "Victor", "Emmanuel",
        "Umberto", "Kamehameha", "Mehmed", "Selim", "Suleiman", "Murad", "Selassie", "Stephen", "Alphonse", "Seti", "Bismarck", "Margaret", "Isabella", "Malcolm", "Robert",
    };

    private static readonly HashSet<string> AlsoSingle = new(StringComparer.OrdinalIgnoreCase)
    {
        "Chapter", "Part", "Act", "Scene", "Book", "Volume", "War", "Phase", "Section", "Type", "Class", "Stage", "Title", "Article", "Appendix", "Figure", "Table", "Level", "Grade", "Division",
    };

    public static Reading? Numeral(AtomContext context)
    {
        var core = context.Core;
        if (core.Length == 0 || !Shape().IsMatch(core)) return null;
        var before = context.Previous() is { Trail.Length: 0 } previous ? previous.Core : "";
        var value = Value(core);
        if (Rulers.Contains(before)) return core == "I" && char.IsLower(context.Next().Core.FirstOrDefault('A')) && context.Current.Trail.Length == 0 && context.Next().Core is "am" or "was" or "have" or "had" or "will"
            ? null : Reading.AsShown(core, $"the {EnglishNumbers.Ordinal(value).Replace('-', ' ')}");
        // a single letter is a numeral only where one is expected; "MIX" and "CIVIC" are words
        var expected = AlsoSingle.Contains(before);
        return (expected || core is "II" or "III" or "IV" or "VI" or "VII" or "VIII" or "IX" or "XI" or "XII" or "XIII" or "XIV" or "XV" or "XVI" or "XVII" or "XVIII" or "XIX" or "XX" or "XXI")
            ? Reading.AsShown(core, EnglishNumbers.Cardinal(value).Replace('-', ' ')) : null;
    }

    private static int Value(string numeral)
    {
        var total = 0;
        for (var i = 0; i < numeral.Length; i++)
        {
            var value = Digit(numeral[i]);
            total += i + 1 < numeral.Length && Digit(numeral[i + 1]) > value ? -value : value;
        }
        return total;
    }

    private static int Digit(char c) => c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'D' => 500, _ => 1000 };

    [GeneratedRegex(@"^(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")]
    private static partial Regex Shape();
}
