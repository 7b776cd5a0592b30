using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Platform;

/// <summary>Somebody looked at what is marked personal, or at records that take a right to be seen.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Through">page, form, api, export, file, screening.</param>
/// <param name="Type">What kind of records.</param>
/// <param name="Record">The record; null where there were several.</param>
/// <param name="Count">How many records.</param>
public sealed record PersonalLook(Actor Actor, string Through, RecordType Type, long? Record, long Count);
