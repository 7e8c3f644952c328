using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Numbers with a unit: "10 km²", "60mph", "−5 °C", "10–20 kg".</summary>
internal static partial class MeasureRule
{
    // read after a number, joined to it or as the next word; "one" form, "many" form
    private static readonly Dictionary<string, (string One, string Many)> Units = new(StringComparer.Ordinal)
    {
        ["km"] = ("kilometer", "kilometers"),
        ["cm"] = ("centimeter", "centimeters"),
        ["mm"] = ("millimeter", "millimeters"),
        ["m"] = ("meter", "meters"),
        ["nm"] = ("nanometer", "nanometers"),
        ["μm"] = ("micrometer", "micrometers"),
        ["µm"] = ("micrometer", "micrometers"),
        ["km²"] = ("square kilometer", "square kilometers"),
        ["km2"] = ("square kilometer", "square kilometers"),
        ["m²"] = ("square meter", "square meters"),
        ["m2"] = ("square meter", "square meters"),
        ["cm²"] = ("square centimeter", "square centimeters"),
        ["m³"] = ("cubic meter", "cubic meters"),
        ["m3"] = ("cubic meter", "cubic meters"),
        ["km³"] = ("cubic kilometer", "cubic kilometers"),
        ["km3"] = ("cubic kilometer", "cubic kilometers"),
        ["cm³"] = ("cubic centimeter", "cubic centimeters"),
        ["mi"] = ("mile", "miles"),
        ["ft"] = ("foot", "feet"),
        ["yd"] = ("yard", "yards"),
        ["sq"] = ("square", "square"),
        ["mi²"] = ("square mile", "square miles"),
        ["ha"] = ("hectare", "hectares"),
        ["kg"] = ("kilogram", "kilograms"),
        ["g"] = ("gram", "grams"),
        ["mg"] = ("milligram", "milligrams"),
        ["lb"] = ("pound", "pounds"),
        ["lbs"] = ("pound", "pounds"),
        ["oz"] = ("ounce", "ounces"),
        ["L"] = ("liter", "liters"),
        ["l"] = ("liter", "liters"),
        ["ml"] = ("milliliter", "milliliters"),
        ["mL"] = ("milliliter", "milliliters"),
        ["gal"] = ("gallon", "gallons"),
        ["°C"] = ("degree Celsius", "degrees Celsius"),
        ["℃"] = ("degree Celsius", "degrees Celsius"),
        ["°F"] = ("degree Fahrenheit", "degrees Fahrenheit"),
        ["℉"] = ("degree Fahrenheit", "degrees Fahrenheit"),
        ["°"] = ("degree", "degrees"),
        ["K"] = ("kelvin", "kelvins"),
        ["mph"] = ("mile per hour", "miles per hour"),
        ["km/h"] = ("kilometer per hour", "kilometers per hour"),
        ["kph"] = ("kilometer per hour", "kilometers per hour"),
        ["m/s"] = ("meter per second", "meters per second"),
        ["km/s"] = ("kilometer per second", "kilometers per second"),
        ["m/s²"] = ("meter per second squared", "meters per second squared"),
        ["s"] = ("second", "seconds"),
        ["sec"] = ("second", "seconds"),
        ["ms"] = ("millisecond", "milliseconds"),
        ["min"] = ("minute", "minutes"),
        ["mins"] = ("minute", "minutes"),
        ["hr"] = ("hour", "hours"),
        ["hrs"] = ("hour", "hours"),
        ["h"] = ("hour", "hours"),
        ["yr"] = ("year", "years"),
        ["yrs"] = ("year", "years"),
        ["Hz"] = ("hertz", "hertz"),
        ["kHz"] = ("kilohertz", "kilohertz"),
        ["MHz"] = ("megahertz", "megahertz"),
        ["GHz"] = ("gigahertz", "gigahertz"),
        ["W"] = ("watt", "watts"),
        ["kW"] = ("kilowatt", "kilowatts"),
        ["MW"] = ("megawatt", "megawatts"),
        ["GW"] = ("gigawatt", "gigawatts"),
        ["kWh"] = ("kilowatt hour", "kilowatt hours"),
        ["MWh"] = ("megawatt hour", "megawatt hours"),
        ["V"] = ("volt", "volts"),
        ["kV"] = ("kilovolt", "kilovolts"),
        ["A"] = ("ampere", "amperes"),
        ["mAh"] = ("milliamp hour", "milliamp hours"),
        ["J"] = ("joule", "joules"),
        ["kJ"] = ("kilojoule", "kilojoules"),
        ["kcal"] = ("kilocalorie", "kilocalories"),
        ["cal"] = ("calorie", "calories"),
        ["Pa"] = ("pascal", "pascals"),
        ["kPa"] = ("kilopascal", "kilopascals"),
        ["dB"] = ("decibel", "decibels"),
        ["KB"] = ("kilobyte", "kilobytes"),
        ["kB"] = ("kilobyte", "kilobytes"),
        ["MB"] = ("megabyte", "megabytes"),
        ["GB"] = ("gigabyte", "gigabytes"),
        ["TB"] = ("terabyte", "terabytes"),
        ["Mbps"] = ("megabit per second", "megabits per second"),
        ["ppm"] = ("part per million", "parts per million"),
        ["rpm"] = ("revolution per minute", "revolutions per minute"),
        ["hp"] = ("horsepower", "horsepower"),
        ["px"] = ("pixel", "pixels"),
    };

    // as a word of its own these are too often something else
    private static readonly HashSet<string> OnlyJoined = new(StringComparer.Ordinal) { "A", "K", "s", "h", "V", "J", "cal", "sq" };

    public static bool IsUnit(string core) => Units.ContainsKey(core) && !OnlyJoined.Contains(core);

    public static Reading? Measure(AtomContext context)
    {
        var match = Joined().Match(context.Core);
        if (!match.Success) return null;
        var (number, joined) = (match.Groups["n"].Value, match.Groups["unit"].Value);
        var low = match.Groups["low"].Length > 0 ? EnglishNumbers.Number(match.Groups["low"].Value.TrimEnd('-', '–', '—')) + " to " : "";
        var value = NumberRules.Sign(match) + low + EnglishNumbers.Number(number);
        if (joined.Length > 0) return Units.TryGetValue(joined, out var unit) ? Reading.InWords($"{value} {(number == "1" ? unit.One : unit.Many)}") : null;
        if (!context.Joined()) return null;
        if (IsUnit(context.Next().Core)) return new Reading(ReadingPart.InWords(1, value), Unit(context.Next().Core, number));
        // "3.2 million km"
        return NumberRules.IsMagnitude(context.Next().Core) && context.Joined(1) && IsUnit(context.Next(2).Core)
            ? new Reading(ReadingPart.InWords(1, value), ReadingPart.InWords(1, context.Next().Core), Unit(context.Next(2).Core, "2"))
            : null;
    }

    private static ReadingPart Unit(string unit, string number) => ReadingPart.InWords(1, number == "1" ? Units[unit].One : Units[unit].Many);

    [GeneratedRegex(@"^(?<sign>[-−–+±~≈<>≤≥])?(?<low>[\d.,]+[-–—])?(?<n>" + NumberRules.NumberPattern + @")-?(?<unit>[°℃℉µμA-Za-z][A-Za-z/]*[²³23]?)?$")]
    private static partial Regex Joined();
}
