<?xml version="1.0" encoding="UTF-8"?>
<!-- 面谈准备的一张纸：带到桌上看的，不给对方。内容是程序在准备页上说的话；放不下时先缩小字，再删短，删了多少写在纸上。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:param name="language">zh</xsl:param>
  <xsl:variable name="chinese" select="$language='zh'"/>

  <xsl:template match="/facts">
    <document style="sheet" english="{$language != 'zh'}">
      <title id="title"><field path="talk-sheet/@title"/></title>
      <note id="line" align="centre"><field path="talk-sheet/@line"/></note>
      <xsl:apply-templates select="talk-sheet/aim"/>
      <xsl:apply-templates select="talk-sheet/who"/>
      <xsl:apply-templates select="talk-sheet/facts"/>
      <xsl:apply-templates select="talk-sheet/say"/>
      <xsl:apply-templates select="talk-sheet/objections"/>
      <xsl:apply-templates select="talk-sheet/never"/>
      <xsl:apply-templates select="talk-sheet/offer"/>
      <xsl:apply-templates select="talk-sheet/open"/>
      <xsl:apply-templates select="talk-sheet/bring"/>
      <xsl:apply-templates select="talk-sheet/manner"/>
      <note id="made">
        <xsl:if test="talk-sheet/@cut">
          <xsl:choose>
            <xsl:when test="$chinese">为了印成一页，有<field path="talk-sheet/@cut"/>处文字截短，截短的地方有“……”；全文在屏幕上。</xsl:when>
            <xsl:otherwise>To fit one page, <field path="talk-sheet/@cut"/> texts were cut where “……” stands; they are whole on the screen. </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="$chinese"><field path="@as-of" as="date"/>准备。只给谈话的人看，不交给对方；谈完收好或者碎掉。</xsl:when>
          <xsl:otherwise>Prepared on <field path="@as-of"/>. For those who lead the talk only, not for the other side; lock it away or shred it afterwards.</xsl:otherwise>
        </xsl:choose>
      </note>
    </document>
  </xsl:template>

  <!-- 两列的表：谁、事实、要说到的、对方可能会说的 -->
  <xsl:template match="who | facts | say | objections">
    <xsl:variable name="part" select="name()"/>
    <xsl:variable name="columns">
      <xsl:choose><xsl:when test="$part='objections'">3 7</xsl:when><xsl:otherwise>3 9</xsl:otherwise></xsl:choose>
    </xsl:variable>
    <xsl:if test="row">
      <table id="{$part}" columns="{$columns}">
        <row><cell><strong><xsl:call-template name="heading"/></strong></cell><cell><xsl:call-template name="left"/></cell></row>
        <xsl:for-each select="row">
          <xsl:variable name="at" select="concat('talk-sheet/', $part, '/row[', position(), ']/@')"/>
          <row>
            <cell><xsl:if test="@title"><field path="{$at}title"/></xsl:if></cell>
            <cell>
              <xsl:if test="@text"><field path="{$at}text"/></xsl:if>
              <xsl:if test="@text and @note"><xsl:call-template name="between"><xsl:with-param name="after" select="@text"/></xsl:call-template></xsl:if>
              <xsl:if test="@note"><field path="{$at}note"/></xsl:if>
            </cell>
          </row>
        </xsl:for-each>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- 一段：要说成的、不能说的、可以答应的、还没定的、带什么、脾气 -->
  <xsl:template match="aim | never | offer | open | bring | manner">
    <xsl:variable name="part" select="name()"/>
    <xsl:if test="row">
      <p id="{$part}">
        <strong><xsl:call-template name="heading"/></strong><xsl:call-template name="gap"/>
        <xsl:for-each select="row">
          <xsl:variable name="at" select="concat('talk-sheet/', $part, '/row[', position(), ']/@')"/>
          <xsl:if test="@title"><field path="{$at}title"/></xsl:if>
          <xsl:if test="@title and @text"><xsl:call-template name="colon"/></xsl:if>
          <xsl:if test="@text"><field path="{$at}text"/></xsl:if>
          <xsl:if test="@note">
            <xsl:choose>
              <xsl:when test="$chinese">（<field path="{$at}note"/>）</xsl:when>
              <xsl:otherwise><xsl:text> (</xsl:text><field path="{$at}note"/>)</xsl:otherwise>
            </xsl:choose>
          </xsl:if>
          <xsl:if test="position()!=last()">
            <xsl:choose>
              <xsl:when test="$chinese and $part='bring'"><xsl:call-template name="gap"/></xsl:when>
              <xsl:when test="@note">
                <xsl:choose><xsl:when test="$chinese">；</xsl:when><xsl:otherwise>; </xsl:otherwise></xsl:choose>
              </xsl:when>
              <xsl:when test="not($chinese)"><xsl:call-template name="between"><xsl:with-param name="after" select="@text"/></xsl:call-template></xsl:when>
              <xsl:when test="contains('。？！', substring(@text, string-length(@text))) and string(@text)"/>
              <xsl:otherwise>；</xsl:otherwise>
            </xsl:choose>
          </xsl:if>
        </xsl:for-each>
        <xsl:call-template name="left"/>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="gap">
    <xsl:choose><xsl:when test="$chinese"><xsl:text>　</xsl:text></xsl:when><xsl:otherwise><xsl:text>  </xsl:text></xsl:otherwise></xsl:choose>
  </xsl:template>

  <!-- 英文两句之间：上一句有句号的只空一格，不再加分号 -->
  <xsl:template name="between">
    <xsl:param name="after"/>
    <xsl:choose>
      <xsl:when test="$chinese"><xsl:text>　</xsl:text></xsl:when>
      <xsl:when test="string($after) and contains('.?!', substring($after, string-length($after)))"><xsl:text> </xsl:text></xsl:when>
      <xsl:otherwise>; </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="colon">
    <xsl:choose><xsl:when test="$chinese">：</xsl:when><xsl:otherwise><xsl:text>: </xsl:text></xsl:otherwise></xsl:choose>
  </xsl:template>

  <!-- 没印上的条数，写在那一部分里 -->
  <xsl:template name="left">
    <xsl:if test="@left">
      <xsl:choose>
        <xsl:when test="$chinese">（另有<field path="talk-sheet/{name()}/@left"/>条没印上，看屏幕）</xsl:when>
        <xsl:otherwise><xsl:text> (</xsl:text><field path="talk-sheet/{name()}/@left"/> more on the screen, not printed)</xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:variable name="part" select="name()"/>
    <xsl:choose>
      <xsl:when test="$chinese">
        <xsl:choose>
          <xsl:when test="$part='who'">谁在场</xsl:when>
          <xsl:when test="$part='facts'">会用到的事实</xsl:when>
          <xsl:when test="$part='say'">说得出口的安排</xsl:when>
          <xsl:when test="$part='objections'">对方可能会说</xsl:when>
          <xsl:when test="$part='aim'">这次要说成的事</xsl:when>
          <xsl:when test="$part='never'">不能说</xsl:when>
          <xsl:when test="$part='offer'">可以答应的</xsl:when>
          <xsl:when test="$part='open'">还没定</xsl:when>
          <xsl:when test="$part='bring'">带什么</xsl:when>
          <xsl:otherwise>怎么谈</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="$part='who'">Who is there</xsl:when>
          <xsl:when test="$part='facts'">Facts you will need</xsl:when>
          <xsl:when test="$part='say'">What is arranged</xsl:when>
          <xsl:when test="$part='objections'">What may be said</xsl:when>
          <xsl:when test="$part='aim'">What this talk must achieve</xsl:when>
          <xsl:when test="$part='never'">Never say</xsl:when>
          <xsl:when test="$part='offer'">You may promise</xsl:when>
          <xsl:when test="$part='open'">Still open</xsl:when>
          <xsl:when test="$part='bring'">What to bring</xsl:when>
          <xsl:otherwise>How to talk</xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
