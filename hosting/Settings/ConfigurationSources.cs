using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Settings;

/// <summary>Where settings come from; later ones win: <c>appsettings.json</c>, <c>reelsmith.json</c> in the working folder or the file of
/// <c>--config</c>, the environment (<c>ASPNETCORE_URLS</c>, <c>Reelsmith__Jobs__Running</c>), the command line.</summary>
public static class ConfigurationSources
{
    private const string ConfigFlag = "config";
    private const string RequireKeysFlag = "--require-keys";

    /// <exception cref="ReelsmithException">A file is not there or is not JSON, or an argument has no value.</exception>
    public static void Add(IConfigurationManager configuration, IEnumerable<string> arguments, string workingFolder)
    {
        string[] flags = [.. arguments.Select(argument => argument == RequireKeysFlag ? "--Reelsmith:RequireKeys=true" : argument)];
        var commandLine = Parse(flags);
        AddFile(configuration, Path.Combine(workingFolder, "appsettings.json"), optional: true);
        if (commandLine[ConfigFlag] is { } named) AddFile(configuration, Path.GetFullPath(named, workingFolder), optional: false);
        else AddFile(configuration, Path.Combine(workingFolder, "reelsmith.json"), optional: true);
        configuration.AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().AddCommandLine(flags);
    }

    private static IConfigurationRoot Parse(string[] flags)
    {
        try
        {
            return new ConfigurationBuilder().AddCommandLine(flags).Build();
        }
        catch (FormatException e)
        {
            throw ReelsmithException.InvalidInput("usage", $"The arguments cannot be read: {e.Message}", "Write each as --name value.");
        }
    }

    private static void AddFile(IConfigurationManager configuration, string path, bool optional)
    {
        try
        {
            if (optional && !File.Exists(path)) return;
            configuration.AddJsonStream(new MemoryStream(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ReelsmithException.InvalidInput("config_missing", $"There is no file {path}.", "Check the name given with --config.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ReelsmithException.InvalidInput("config_unreadable", $"{path} cannot be read.", "Name a file that you may read.");
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw ReelsmithException.InvalidInput("config_not_json", $"{path} is not valid JSON: {e.Message}", "Mend it, or name another file with --config.");
        }
    }
}
