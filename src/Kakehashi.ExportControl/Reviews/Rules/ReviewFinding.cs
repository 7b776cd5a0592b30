using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews.Rules;

/// <summary>What a rule says of a review.</summary>
/// <param name="Code">Stable, e.g. <c>list.licence</c>.</param>
/// <param name="State">Settled, open, or what is needed.</param>
/// <param name="Says">What it found; where it is open, what would settle it.</param>
/// <param name="Clause">What it rests on.</param>
public sealed record ReviewFinding(string Code, FindingState State, Text Says, Text Clause);
