// SPDX-License-Identifier: GPL-3.0-or-later
namespace EspeakEvents;

/// <summary>Something that eSpeak NG refuses; answered with an error line.</summary>
internal sealed class EngineException(string message) : Exception(message);
