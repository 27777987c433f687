/**
 * What every page is made of: the look (fonts, colours by meaning, light and dark), Markdown as block values and their views,
 * gauges, and the one way from other threads to the screen ({@link dev.katman.ui.kit.Pulse}). Knows no page.
 */
package dev.katman.ui.kit;
