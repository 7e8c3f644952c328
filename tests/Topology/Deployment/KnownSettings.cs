using System.Reflection;
using System.Runtime.CompilerServices;

namespace Reelsmith.Topology.Tests.Deployment;

/// <summary>Every setting that there is, by the classes that they are bound to.</summary>
internal static class KnownSettings
{
    public static IReadOnlySet<string> Names { get; } = Find();

    private static HashSet<string> Find()
    {
        var programs = Directory.EnumerateFiles(AppContext.BaseDirectory, "Reelsmith.*.dll").Where(file => !file.EndsWith(".Tests.dll", StringComparison.Ordinal)).Select(Assembly.LoadFrom);
        return [.. from program in programs
                   from type in program.GetTypes()
                   let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic)?.GetRawConstantValue() as string
                   where section?.StartsWith("Reelsmith", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute))
                   from property in type.GetProperties()
                   select $"{section}:{property.Name}"];
    }
}
