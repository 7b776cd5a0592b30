using Kakehashi.Browser.Tests;

// One browser for the whole process.
[assembly: AssemblyFixture(typeof(Chromium))]
