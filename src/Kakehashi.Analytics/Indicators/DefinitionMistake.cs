using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Indicators;

/// <summary>Something wrong in a definition. Those of a strategy begin with S; see <c>StrategyReader</c>.</summary>
/// <param name="Code">
/// I001 not YAML; I002 a key is needed; I003 an unknown key; I004 a value of the wrong shape; I005 a language is missing;
/// I006 no such fact; I007 no such column; I008 not exactly one aggregate; I009 an aggregate that its column cannot have;
/// I010 a filter is refused; I011 not exactly one basis, or one that is not known; I012 no such dimension; I013 no such
/// type; I014 a period that is none or differs; I015 the same code and version twice; I016 refers to no indicator; I017
/// refers to itself in a circle; I018 a number out of range; I019 a word that is not known; I020 a share whose parts do
/// not belong together; I021 a distribution whose keys do not belong together.
/// </param>
/// <param name="File">The file, relative to the folder of the definitions.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what would be right, in both languages.</param>
public sealed record DefinitionMistake(string Code, string File, int Line, Text Message)
{
    /// <summary>As a compiler writes it, in English.</summary>
    public override string ToString() => $"{File}({Line}): {Code} {Message.En}";
}
