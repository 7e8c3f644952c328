using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Reelsmith.Hosting.Settings;

/// <summary>Checks settings by their annotations and names the one at fault as it is written in a configuration.</summary>
internal sealed class SettingsValidation<T>(string section) : IValidateOptions<T> where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var faults = new List<ValidationResult>();
        if (Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)) return ValidateOptionsResult.Success;
        return ValidateOptionsResult.Fail(faults.Select(Sentence));
    }

    // "The field PerCaller must be between 1 and 10000." becomes "Reelsmith:Jobs:PerCaller must be between 1 and 10000."
    private string Sentence(ValidationResult fault)
    {
        var member = fault.MemberNames.FirstOrDefault();
        if (member is null) return $"{section}: {fault.ErrorMessage}";
        var said = fault.ErrorMessage!.Replace($"The field {member}", "", StringComparison.Ordinal).Replace($"The {member} field", "", StringComparison.Ordinal).Trim();
        return $"{section}:{member} {said}";
    }
}
