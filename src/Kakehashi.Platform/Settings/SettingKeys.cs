using Kakehashi.Kernel;

namespace Kakehashi.Platform.Settings;

/// <summary>What can be set of a service that the program uses: in a file beside the data, and over it in the environment.</summary>
/// <param name="File">The name of the file, e.g. <c>oidc.yaml</c>.</param>
/// <param name="Prefix">What variables of the environment begin with, e.g. <c>KAKEHASHI_OIDC_</c>.</param>
/// <param name="Letter">What the codes of its mistakes begin with.</param>
public sealed record SettingKeys(string File, string Prefix, char Letter)
{
    /// <summary>Keys that take one value.</summary>
    public required IReadOnlyList<string> Plain { get; init; }

    /// <summary>The key of what may not be written into the file: it names a file that holds it, with <c>_file</c> behind.</summary>
    public required string Secret { get; init; }

    /// <summary>The key of a text in both languages.</summary>
    public required string Label { get; init; }

    /// <summary>What such a text looks like.</summary>
    public required string LabelExample { get; init; }

    /// <summary>What a line of the file looks like.</summary>
    public required string LineExample { get; init; }

    /// <summary>All that can be written into the file.</summary>
    public IEnumerable<string> InFile => [.. Plain, $"{Secret}_file", Label];

    /// <summary>All that can be set in the environment, in small letters.</summary>
    public IEnumerable<string> InEnvironment => [.. Plain, Secret, $"{Secret}_file", .. Languages.All.Select(language => $"{Label}_{language.Code()}")];
}

/// <summary>Something wrong in the settings of a service.</summary>
/// <param name="Code">
/// The letter of the service, and: 001 not YAML, or no settings; 002 something is missing; 003 an unknown key; 004 a value
/// that cannot stand where it is; 005 a language is missing; 006 a secret that cannot be read.
/// </param>
/// <param name="Where">The file with its line, or the environment variable.</param>
/// <param name="Message">What is wrong and what would be right, in both languages.</param>
public sealed record SettingMistake(string Code, string Where, Text Message)
{
    /// <summary>As a compiler writes it, in both languages.</summary>
    public override string ToString() => $"{Where}: {Code} {Message.Ja} / {Message.En}";
}
