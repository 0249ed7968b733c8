<?xml version="1.0" encoding="UTF-8"?>
<!-- 计算器算出来的一页：填了什么，得出什么，怎么算的。不属于任何事项，也不留记录。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:param name="language">zh</xsl:param>
  <xsl:variable name="chinese" select="$language='zh'"/>

  <xsl:template match="/facts">
    <document style="form" english="{$language != 'zh'}">
      <title id="title"><field path="reckoning/@title"/></title>
      <table id="inputs" columns="3 3" head="true">
        <row><cell><xsl:choose><xsl:when test="$chinese">填的内容</xsl:when><xsl:otherwise>Filled in</xsl:otherwise></xsl:choose></cell><cell/></row>
        <xsl:for-each select="reckoning/input">
          <row><cell><field path="reckoning/input[{position()}]/@text"/></cell><cell><field path="reckoning/input[{position()}]/@value"/></cell></row>
        </xsl:for-each>
      </table>
      <table id="outputs" columns="3 3" head="true">
        <row><cell><xsl:choose><xsl:when test="$chinese">结果</xsl:when><xsl:otherwise>Result</xsl:otherwise></xsl:choose></cell><cell/></row>
        <xsl:for-each select="reckoning/output">
          <xsl:variable name="at" select="concat('reckoning/output[', position(), ']/@')"/>
          <row><cell><field path="{$at}text"/></cell><cell><xsl:choose><xsl:when test="@value"><field path="{$at}value"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell></row>
        </xsl:for-each>
      </table>
      <xsl:if test="reckoning/line">
        <table id="lines" columns="5 2r 3" head="true" closed="true">
          <row><xsl:choose><xsl:when test="$chinese"><cell>怎么算出来的</cell><cell/><cell>依据</cell></xsl:when><xsl:otherwise><cell>How it was worked out</cell><cell/><cell>By</cell></xsl:otherwise></xsl:choose></row>
          <xsl:for-each select="reckoning/line">
            <xsl:variable name="at" select="concat('reckoning/line[', position(), ']/@')"/>
            <row><cell><field path="{$at}text"/></cell><cell><xsl:if test="@value"><field path="{$at}value"/></xsl:if></cell><cell><xsl:if test="string(@article)"><field path="{$at}article"/></xsl:if></cell></row>
          </xsl:for-each>
        </table>
      </xsl:if>
      <xsl:for-each select="reckoning/note">
        <p id="note-{position()}"><strong><xsl:choose><xsl:when test="$chinese">留意：</xsl:when><xsl:otherwise>Note: </xsl:otherwise></xsl:choose></strong><field path="reckoning/note[{position()}]/@text"/></p>
      </xsl:for-each>
      <xsl:for-each select="reckoning/reading">
        <xsl:variable name="at" select="concat('reckoning/reading[', position(), ']/@')"/>
        <p id="reading-{position()}"><strong><xsl:choose><xsl:when test="$chinese">另一种读法：</xsl:when><xsl:otherwise>Another reading: </xsl:otherwise></xsl:choose></strong><field path="{$at}text"/><xsl:text> · </xsl:text><field path="{$at}option"/><xsl:choose><xsl:when test="$chinese">：</xsl:when><xsl:otherwise>: </xsl:otherwise></xsl:choose><field path="{$at}value"/></p>
      </xsl:for-each>
      <note id="made"><xsl:choose><xsl:when test="$chinese"><field path="@as-of" as="date"/>用好散计算。法规包未经律师审核的，以律师意见为准；数字是填写的人给的。</xsl:when><xsl:otherwise>Reckoned with Fairwell on <field path="@as-of"/>. Where the law pack has not been reviewed, ask a lawyer; the figures are those that were filled in.</xsl:otherwise></xsl:choose></note>
    </document>
  </xsl:template>
</xsl:stylesheet>
