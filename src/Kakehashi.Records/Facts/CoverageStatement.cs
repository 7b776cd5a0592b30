using Kakehashi.Kernel;

namespace Kakehashi.Records.Facts;

/// <summary>What a record says about who has reported what.</summary>
/// <param name="Fact">The fact's name, e.g. <c>mobility</c>.</param>
/// <param name="Unit">The number of the unit that reports; null for the university as a whole.</param>
/// <param name="Period">The period.</param>
/// <param name="Submitted">True where it has: no fact then means 0, else it means missing.</param>
public sealed record CoverageStatement(string Fact, long? Unit, Period Period, bool Submitted);
